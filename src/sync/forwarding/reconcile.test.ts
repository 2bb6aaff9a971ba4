import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToolComment, ToolIncident, ToolTask } from '../../contract/index.ts';
import type { DeskIncident } from './desk-incident.ts';
import { readMark } from './mark.ts';
import { reconcile } from './reconcile.ts';
import type { ForwardingRule } from './rule.ts';
import { classOf, goalOf } from './states.ts';
import type { Circumstances, Step } from './step.ts';

const STATES = {
  Open: { value: 'Open', label: 'Open', open: true },
  Paused: { value: 'Paused', label: 'Paused', open: true },
  Resolved: { value: 'Resolved', label: 'Resolved', open: false },
};

const RULE: ForwardingRule = {
  from: 'tool',
  to: 'servicenow',
  table: 'incident',
  mode: 'always-after-forwarding',
  states: {
    new: '1',
    open: '2',
    resolved: '6',
    over: ['6', '7', '8'],
    closed: ['7', '8'],
    tool: { paused: '3' },
  },
  close: {
    codeField: 'close_code',
    code: 'Solution provided',
    notesField: 'close_notes',
    notes: 'Resolved.',
  },
  severity: {
    primary: { field: 'urgency', values: { critical: '1', warning: '2', minor: '3' }, on: 'both' },
    secondary: { field: 'impact', values: { critical: '1' }, on: 'create' },
  },
  winner: { resolve: 'tool', reopen: 'tool' },
  comments: { to: 'work_notes', from: ['comments', 'work_notes'] },
  tasks: null,
  values: { caller_id: 'c'.repeat(32) },
};

const NOW: Circumstances = { now: Date.UTC(2026, 10, 22), byHand: false, cannot: new Set() };

function toolIncident(more: Partial<ToolIncident> = {}): ToolIncident {
  return {
    key: 'k1',
    reference: 'INC-7',
    title: 'Router down',
    summary: null,
    url: null,
    state: STATES.Open,
    severity: 'Critical',
    createdAt: '2026-11-22T00:00:00Z',
    updatedAt: '2026-11-22T00:00:00Z',
    private: false,
    forwarded: false,
    external: 'INC001',
    comments: [],
    resolution: null,
    tasks: [],
    ...more,
  };
}

/** Two systems in which steps take effect, as the real ones would. */
class Pair {
  tool: ToolIncident;
  desk: DeskIncident | null;
  writes = 0;
  readonly rule: ForwardingRule;
  readonly circumstances: Circumstances;

  constructor(more: Partial<ToolIncident> = {}, rule: Partial<ForwardingRule> = {}, circumstances = NOW) {
    this.tool = toolIncident(more);
    this.desk = null;
    this.rule = { ...RULE, ...rule };
    this.circumstances = circumstances;
  }

  look(): readonly Step[] {
    return reconcile(this.rule, this.tool, this.desk, this.circumstances);
  }

  /** Looks until there is nothing to do; answers the kinds of what was done. */
  settle(): readonly string[] {
    const done: string[] = [];
    for (let looks = 0; looks < 20; looks += 1) {
      const steps = this.look().filter(({ kind }) => kind !== 'say');
      if (steps.length === 0) return done;
      for (const step of steps) done.push(this.#take(step));
    }
    throw new Error(`it does not settle: ${done.join(', ')}`);
  }

  move(columns: Record<string, string>): void {
    const desk = this.desk!;
    const { state = desk.state } = columns;
    this.desk = { ...desk, state, columns: { ...desk.columns, ...columns }, version: desk.version + 1 };
  }

  enter(text: string, element: 'comments' | 'work_notes' = 'comments', at = '2026-11-22T01:00:00Z'): void {
    const entry = { key: `j${this.desk!.journal.length}`, element, text, by: 'ann', at };
    this.desk = { ...this.desk!, journal: [...this.desk!.journal, entry] };
  }

  say(text: string, at = '2026-11-22T01:00:00Z'): void {
    const comment: ToolComment = { key: `c${this.tool.comments.length}`, at, author: 'Ann', text };
    this.tool = { ...this.tool, comments: [...this.tool.comments, comment] };
  }

  #take(step: Step): string {
    this.writes += 1;
    if (step.kind === 'create') {
      const { state = '', correlation_id = '', correlation_display = '' } = step.columns;
      this.desk = {
        key: step.key,
        number: 'INC001',
        state,
        correlationId: correlation_id,
        correlationDisplay: correlation_display,
        version: 0,
        columns: step.columns,
        journal: [],
        tasks: [],
      };
    } else if (step.kind === 'desk' || step.kind === 'entry') this.#write(step.columns);
    else if (step.kind === 'create-task') {
      const { state = '', correlation_display: correlationDisplay = '' } = step.columns;
      this.desk = {
        ...this.desk!,
        tasks: [...this.desk!.tasks, { key: step.key, state, correlationDisplay }],
      };
    } else if (step.kind === 'close-task') {
      const { state = '', correlation_display: correlationDisplay = '' } = step.columns;
      const tasks = this.desk!.tasks.map((task) =>
        task.key === step.key ? { ...task, state, correlationDisplay } : task,
      );
      this.desk = { ...this.desk!, tasks };
    } else if (step.kind === 'tool') {
      const { change } = step;
      if (change.kind === 'link') this.tool = { ...this.tool, external: change.number };
      else {
        const state =
          change.kind === 'resolve'
            ? STATES.Resolved
            : change.kind === 'reopen'
              ? STATES.Open
              : this.tool.state;
        this.tool = { ...this.tool, state };
        const text = change.kind === 'comment' ? change.text : change.comment;
        if (text !== null) this.say(text);
      }
      return change.kind;
    }
    return step.kind;
  }

  #write(columns: Readonly<Record<string, string>>): void {
    if (this.rule.states.closed.includes(this.desk!.state)) throw new Error('closed');
    this.move({ ...columns });
    if (columns['work_notes'] !== undefined) this.enter(columns['work_notes'], 'work_notes');
    this.desk = {
      ...this.desk!,
      correlationDisplay: columns['correlation_display'] ?? this.desk!.correlationDisplay,
    };
  }
}

function forwarded(
  more: Partial<ToolIncident> = {},
  rule: Partial<ForwardingRule> = {},
  cannot: Circumstances['cannot'] = new Set(),
): Pair {
  const pair = new Pair({ forwarded: true, ...more }, rule, { ...NOW, cannot });
  pair.settle();
  return pair;
}

describe('which incidents become records', () => {
  it.each([
    ['always-after-forwarding', {}, false, 0],
    ['always-after-forwarding', { forwarded: true }, false, 1],
    ['always-after-forwarding', {}, true, 1],
    ['always', {}, false, 1],
    ['only-on-forwarding', {}, false, 0],
    ['only-on-forwarding', { forwarded: true }, false, 1],
    ['always', { private: true }, true, 0],
  ] as const)('%s, %o, by hand %s: %i', (mode, more, byHand, count) => {
    const pair = new Pair(more, { mode }, { ...NOW, byHand });
    expect(pair.look().filter(({ kind }) => kind === 'create')).toHaveLength(count);
  });

  it('a record says what the incident is, how bad it is, and whom it stands for', () => {
    const pair = forwarded({ summary: 'No light.', url: 'https://tool.example/7' });
    expect(pair.desk!.columns).toMatchObject({
      short_description: 'Router down',
      description: 'No light.\n\nINC-7: https://tool.example/7',
      state: '1',
      urgency: '1',
      impact: '1',
      caller_id: 'c'.repeat(32),
      correlation_id: 'k1',
    });
    expect(pair.desk!.correlationDisplay).toMatch(/^INC-7 \[casegraph tool:2:1:1,:[0-9a-f]{6}:0\]$/);
    expect(pair.look()).toEqual([]);
  });

  it('an incident that is over begins as a record like any other, and is resolved with the words that were said', () => {
    const pair = new Pair({ forwarded: true, state: STATES.Resolved, resolution: 'Plugged in.' });
    expect(pair.settle()).toEqual(['create', 'desk']);
    expect(pair.desk!.columns).toMatchObject({
      state: '6',
      close_code: 'Solution provided',
      close_notes: 'Plugged in.',
    });
  });

  it('a snapshot holds all at once, and nothing follows', () => {
    const pair = new Pair({ forwarded: true, state: STATES.Resolved }, { mode: 'only-on-forwarding' });
    pair.say('First.');
    expect(pair.settle()).toEqual(['create']);
    expect(pair.desk!.columns).toMatchObject({
      state: '6',
      close_notes: 'Resolved.',
      work_notes: 'Ann in INC-7: First.',
    });
    pair.tool = { ...pair.tool, state: STATES.Open, severity: 'Minor' };
    pair.say('Second.');
    pair.move({ state: '2' });
    expect(pair.look()).toEqual([]);
  });

  it('a record that names the incident already is taken over as it stands, with nothing told of before', () => {
    const pair = forwarded();
    pair.desk = { ...pair.desk!, state: '6', correlationDisplay: 'Some tool' };
    pair.enter('Old.', 'comments', '2026-11-21T00:00:00Z');
    pair.say('Old too.', '2026-11-21T00:00:00Z');
    expect(pair.settle()).toEqual(['desk']);
    expect([pair.desk.state, pair.tool.state.open]).toEqual(['6', true]);
    pair.move({ state: '2' });
    pair.move({ state: '6' });
    expect(pair.settle()).toEqual([]);
    pair.tool = { ...pair.tool, state: STATES.Resolved };
    expect(pair.settle()).toEqual(['desk']);
  });
});

describe('who follows whom', () => {
  // What both agreed on, what each is moved to, who wins, and where both stand afterwards.
  it.each([
    ['the tool resolves', '1', 'Resolved', null, 'tool', '6', 'Resolved'],
    ['the tool pauses', '1', 'Paused', null, 'tool', '3', 'Paused'],
    ['the record goes on', '1', null, '2', 'tool', '2', 'Open'],
    ['the record is resolved', '1', null, '6', 'tool', '6', 'Resolved'],
    ['the record is closed at once', '1', null, '7', 'tool', '7', 'Resolved'],
    ['both resolve', '1', 'Resolved', '6', 'tool', '6', 'Resolved'],
    ['the tool resolves, the record goes on', '1', 'Resolved', '2', 'tool', '6', 'Resolved'],
    ['the same, and ServiceNow wins', '1', 'Resolved', '2', 'servicenow', '2', 'Open'],
    ['the record is resolved, the tool pauses', '1', 'Paused', '6', 'tool', '3', 'Paused'],
    ['the same, and ServiceNow wins', '1', 'Paused', '6', 'servicenow', '6', 'Resolved'],
    ['the tool opens again', '6', 'Open', null, 'tool', '2', 'Open'],
    ['the record opens again', '6', null, '2', 'tool', '2', 'Open'],
    ['both open again', '6', 'Open', '1', 'tool', '1', 'Open'],
  ] as const)('%s', (_, agreed, tool, desk, winner, deskAfter, toolAfter) => {
    const pair = forwarded({}, { winner: { resolve: winner, reopen: winner } });
    if (agreed === '6') {
      pair.move({ state: '6' });
      pair.settle();
    }
    if (tool !== null) pair.tool = { ...pair.tool, state: STATES[tool] };
    if (desk !== null) pair.move({ state: desk });
    pair.settle();
    expect([pair.desk!.state, pair.tool.state.value]).toEqual([deskAfter, toolAfter]);
  });

  it('the record moves back while the tool is following it: the last move counts', () => {
    const pair = forwarded();
    pair.move({ state: '6' });
    pair.settle();
    pair.move({ state: '2' });
    const [mark] = pair.look();
    pair.desk = {
      ...pair.desk!,
      correlationDisplay: mark!.kind === 'desk' ? mark!.columns['correlation_display']! : '',
    };
    pair.tool = { ...pair.tool, state: STATES.Open };
    pair.move({ state: '6' });
    pair.settle();
    expect([pair.desk.state, pair.tool.state.value]).toEqual(['6', 'Resolved']);
  });

  it('what the tool cannot do is said in the record once, and both are left as they stand', () => {
    const pair = forwarded({}, {}, new Set(['reopen', 'comment']));
    pair.tool = { ...pair.tool, state: STATES.Resolved };
    pair.settle();
    pair.move({ state: '2' });
    expect(pair.settle()).toEqual(['desk']);
    expect(pair.desk!.journal.at(-1)!.text).toMatch(
      /^INC-7 could not be opened again from ServiceNow\.\n\[casegraph/,
    );
    expect(pair.tool.state.open).toBe(false);
    // And the next move counts again.
    pair.tool = { ...pair.tool, state: STATES.Open };
    expect(pair.settle()).toEqual(['desk']);
  });

  it('a closed record cannot be opened again: the tool is told once', () => {
    const pair = forwarded();
    pair.tool = { ...pair.tool, state: STATES.Resolved };
    pair.settle();
    pair.move({ state: '7' });
    pair.settle();
    pair.tool = { ...pair.tool, state: STATES.Open };
    expect(pair.look().filter(({ kind }) => kind === 'say')).toHaveLength(1);
    pair.settle();
    const told = pair.tool.comments.filter(({ text }) => text.includes('is closed in ServiceNow'));
    expect([told.length, pair.tool.state.open]).toEqual([1, true]);
  });

  it('severity, title and summary follow the tool; the severity of creation stays', () => {
    const pair = forwarded();
    pair.tool = { ...pair.tool, severity: 'Minor', title: 'Router  is\ndown' };
    expect(pair.settle()).toEqual(['desk']);
    expect(pair.desk!.columns).toMatchObject({
      urgency: '3',
      impact: '1',
      short_description: 'Router is down',
    });
  });
});

describe('comments and tasks', () => {
  it('travel both ways, each once, and never back', () => {
    const pair = forwarded();
    pair.say('From the tool.');
    pair.enter('From the desk.');
    expect(pair.settle()).toEqual(['entry', 'comment']);
    expect(pair.desk!.journal.map(({ text }) => text.split('\n')[0])).toEqual([
      'From the desk.',
      'Ann in INC-7: From the tool.',
    ]);
    expect(pair.tool.comments.map(({ text }) => text.split('\n')[0])).toEqual([
      'From the tool.',
      'ann in INC001: From the desk.',
    ]);
    expect(pair.look()).toEqual([]);
  });

  it('a tool that takes no comments gets none; journals that are not named are kept', () => {
    const pair = forwarded({}, {}, new Set(['comment']));
    pair.enter('From the desk.');
    expect(pair.look()).toEqual([]);
    const other = forwarded({}, { comments: { to: null, from: ['comments'] } });
    other.enter('Internal.', 'work_notes');
    other.say('Nowhere to go.');
    expect(other.look()).toEqual([]);
  });

  it('follow-ups become tasks once; who opens a task again has the last word', () => {
    const tasks: ToolTask[] = [{ key: 't1', title: 'Buy a router', description: null, done: false }];
    const rule = { tasks: { table: 'incident_task', parent: 'incident', open: '1', closed: '3' } };
    const pair = forwarded({ tasks }, rule);
    expect(pair.desk!.tasks.map(({ state }) => state)).toEqual(['1']);
    pair.tool = { ...pair.tool, tasks: [{ ...tasks[0]!, done: true }] };
    expect(pair.settle()).toEqual(['close-task']);
    pair.desk = { ...pair.desk!, tasks: [{ ...pair.desk!.tasks[0]!, state: '1' }] };
    expect(pair.look()).toEqual([]);
  });
});

describe('whatever both sides do, and when', () => {
  const move = fc.record({
    tool: fc.option(fc.constantFrom('Open', 'Paused', 'Resolved')),
    desk: fc.option(fc.constantFrom('1', '2', '3', '6')),
    comment: fc.boolean(),
    entry: fc.boolean(),
    severity: fc.option(fc.constantFrom('Critical', 'Minor', 'Unheard of')),
    look: fc.boolean(),
  });
  const side = fc.constantFrom('tool' as const, 'servicenow' as const);

  it('they agree afterwards, looking again does nothing, and no more is written than was moved', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), side, side, (moves, resolve, reopen) => {
        const pair = forwarded({}, { winner: { resolve, reopen } });
        const before = pair.writes;
        let moved = 0;
        for (const { tool, desk, comment, entry, severity, look } of moves) {
          if (tool !== null) pair.tool = { ...pair.tool, state: STATES[tool] };
          if (severity !== null) pair.tool = { ...pair.tool, severity };
          if (desk !== null) pair.move({ state: desk });
          if (comment) pair.say(`Said ${moved}.`);
          if (entry) pair.enter(`Entered ${moved}.`);
          moved +=
            [tool, severity, desk].filter((each) => each !== null).length + Number(comment) + Number(entry);
          if (look) pair.settle();
        }
        pair.settle();
        expect(pair.look()).toEqual([]);
        expect(classOf(RULE.states, pair.desk!.state)).toBe(pair.tool.state.open ? 'open' : 'over');
        expect(readMark(pair.desk!.correlationDisplay)).toMatchObject({
          tool: goalOf(RULE, pair.tool),
          desk: pair.desk!.state,
        });
        // A move of the record is one write at the tool, and one of the mark before and after it.
        expect(pair.writes - before).toBeLessThanOrEqual(3 * moved);
      }),
      { numRuns: 300 },
    );
  });
});
