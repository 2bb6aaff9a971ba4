import type { Domain } from './domains.ts';
import type { Draft } from './draft.ts';
import type { CatalogItem } from './foundation.ts';
import type { Stage } from './incidents.ts';
import type { Team } from './staff.ts';
import type { AddTask, TaskInput, TaskKind } from './task.ts';
import { HOUR, snTime } from './moment.ts';
import { lifespan } from './task.ts';

export interface RequestInput {
  readonly domain: Domain;
  readonly team: Team;
  readonly since: number;
  readonly stage: Stage;
  readonly items: readonly CatalogItem[];
  /** sys_id of the case. */
  readonly parent?: string | undefined;
  readonly requestedFor?: string | undefined;
  readonly company?: string | undefined;
}

/** State of a requested item and its task: 2 Work in Progress, 3 Closed Complete. The request's own columns are from memory. */
const PENDING = {
  state: '1',
  requestState: 'in_process',
  requestStage: 'requested',
  itemState: '2',
  itemStage: 'fulfillment',
};
const COMPLETE = {
  state: '3',
  requestState: 'closed_complete',
  requestStage: 'closed_complete',
  itemState: '3',
  itemStage: 'complete',
};

type Progress = typeof PENDING;

const REQUEST = { table: 'sc_request', prefix: 'REQ', firstNumber: 10_001 };
const ITEM = { table: 'sc_req_item', prefix: 'RITM', firstNumber: 10_001 };
const TASK = { table: 'sc_task', prefix: 'SCTASK', firstNumber: 10_001 };

/** Adds a request of one to three catalog items, now and then with a catalog task below an item. */
export function createRequests(draft: Draft, addTask: AddTask): (input: RequestInput) => void {
  const random = draft.random('requests');
  return (input) => {
    const done = input.stage === 'closed' || input.stage === 'canceled' || random.chance(0.3);
    const opened = Math.min(draft.now - HOUR, input.since + random.between(1, 40) * HOUR);
    const life = lifespan(random, draft.now, opened, done);
    const openedBy = random.pick(input.team.agents);
    const lines = Array.from({ length: random.between(1, 3) }, () => ({
      item: random.pick(input.items),
      quantity: random.between(1, 4),
      backordered: random.chance(0.1) ? 'true' : 'false',
      hasTask: random.chance(0.15),
    }));
    const task = {
      domain: input.domain,
      active: !done,
      life,
      openedBy,
      group: random.pick(input.team.itsmGroups),
    };
    addRequest(addTask, input, task, lines, done ? COMPLETE : PENDING);
  };
}

interface Line {
  readonly item: CatalogItem;
  readonly quantity: number;
  readonly backordered: string;
  readonly hasTask: boolean;
}

type Common = Pick<TaskInput, 'domain' | 'active' | 'life' | 'openedBy' | 'group'>;

function addRequest(
  addTask: AddTask,
  input: RequestInput,
  common: Common,
  lines: readonly Line[],
  progress: Progress,
): void {
  const title = lines.map(({ item }) => item.name).join(', ');
  const columns = sharedColumns(input, common);
  columns['parent'] = input.parent ?? '';
  columns['request_state'] = progress.requestState;
  columns['stage'] = progress.requestStage;
  columns['price'] = total(lines);
  const request = addTask(taskInput(common, REQUEST, progress.state, title), columns);
  for (const line of lines) addItem(addTask, input, common, line, progress, request.sys_id);
}

function addItem(
  addTask: AddTask,
  input: RequestInput,
  common: Common,
  { item, quantity, backordered, hasTask }: Line,
  progress: Progress,
  request: string,
): void {
  const columns = sharedColumns(input, common);
  columns['request'] = request;
  columns['parent'] = request;
  columns['cat_item'] = item.id;
  columns['stage'] = progress.itemStage;
  columns['quantity'] = String(quantity);
  columns['price'] = item.price;
  columns['backordered'] = backordered;
  const requested = addTask(taskInput(common, ITEM, progress.itemState, item.name), columns);
  if (!hasTask) return;
  const task = sharedColumns(input, common);
  task['request'] = request;
  task['request_item'] = requested.sys_id;
  task['parent'] = requested.sys_id;
  addTask(taskInput(common, TASK, progress.itemState, `Deliver: ${item.name}`), task);
}

/** Written out, here and above: spreading one object into another made these the slowest lines of a large world. */
function taskInput(common: Common, kind: TaskKind, state: string, shortDescription: string): TaskInput {
  const { domain, active, life, openedBy, group } = common;
  return { kind, domain, state, active, shortDescription, life, openedBy, group };
}

function sharedColumns(input: RequestInput, { life, openedBy }: Common): Record<string, string> {
  return {
    company: input.company ?? '',
    requested_for: input.requestedFor ?? '',
    closed_at: life.ended === undefined ? '' : snTime(life.ended),
    closed_by: life.ended === undefined ? '' : openedBy.id,
  };
}

/** Reckoned in cents: prices are decimal text and must stay exact. */
function total(lines: readonly Line[]): string {
  const cents = lines.reduce(
    (sum, { item, quantity }) => sum + Math.round(Number(item.price) * 100) * quantity,
    0,
  );
  return (cents / 100).toFixed(2);
}
