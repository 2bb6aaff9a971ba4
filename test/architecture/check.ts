import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';
import { type Rule, ruleOf } from './rules.ts';

/** A source file by its path from the root of the repository, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const MOST_LINES = 300;

/** All rules that the sources break, each as `file:line what is wrong`. */
export function violations(sources: readonly Source[]): string[] {
  return [...sources.flatMap(ofFile), ...cycles(sources)];
}

/** The room of a path, or `undefined` for a path outside the house (tests, the schema, build scripts). */
export function roomOf(path: string): string | undefined {
  const [top, second] = path.split('/');
  if (top === 'src' && second !== undefined) return second.replace(/\.ts$/, '');
  if (top === 'adapters' && second !== undefined) return `adapters/${second}`;
  return top === 'sandbox' ? top : undefined;
}

function ofFile(source: Source): string[] {
  const room = roomOf(source.path);
  if (room === undefined) return [];
  const rule = ruleOf(room);
  if (rule === undefined)
    return [`${source.path}:1 the room ${room} has no rule; give it one in test/architecture/rules.ts`];
  const lines = source.text.split('\n').length - 1;
  const long =
    lines > MOST_LINES
      ? [`${source.path}:${MOST_LINES} the file has ${lines} lines; ${MOST_LINES} are the most`]
      : [];
  return [...long, ...importsOf(source.text, source.path).flatMap((one) => faultOf(source, room, rule, one))];
}

function faultOf({ path }: Source, room: string, rule: Rule, one: Import): string[] {
  const fault = (text: string): string[] => [`${path}:${one.line} ${text}: '${one.specifier}'`];
  if (!one.specifier.startsWith('.')) {
    return rule.never?.some((pattern) => pattern.test(one.specifier))
      ? fault(`${room} may not import this package`)
      : [];
  }
  const target = targetOf(path, one);
  const other = roomOf(target);
  if (other === undefined) return fault(`${room} may not import from outside src/, adapters/ and sandbox/`);
  if (other === room) return [];
  const wanted = rule.rooms.find((name) => roomFits(name.replace(/^type:/, ''), other));
  if (wanted === undefined) return fault(`${room} may not import ${other}`);
  if (wanted.startsWith('type:') && !one.typeOnly)
    return fault(`${room} may import only types from ${other}`);
  if (room.startsWith('adapters/') && target !== 'src/contract/index.ts')
    return fault('adapters import the contract by its index');
  return [];
}

function targetOf(path: string, { specifier }: Import): string {
  return posix.join(posix.dirname(path), specifier);
}

function roomFits(pattern: string, room: string): boolean {
  return pattern.endsWith('/*') ? room.startsWith(pattern.slice(0, -1)) : pattern === room;
}

/** Rooms that import each other, directly or round a corner, whatever the rules allow. */
function cycles(sources: readonly Source[]): string[] {
  const edges = edgesOf(sources);
  const found = new Set<string>();
  const walk = (room: string, trail: readonly string[]): void => {
    if (trail.includes(room)) {
      const ring = trail.slice(trail.indexOf(room));
      const start = ring.indexOf(ring.toSorted()[0] ?? room);
      found.add([...ring.slice(start), ...ring.slice(0, start)].join(' -> '));
      return;
    }
    for (const next of edges.get(room)?.keys() ?? []) walk(next, [...trail, room]);
  };
  for (const room of edges.keys()) walk(room, []);
  return [...found].map((ring) => {
    const [first = '', second = first] = ring.split(' -> ');
    return `${edges.get(first)?.get(second) ?? first} rooms import each other: ${ring} -> ${first}`;
  });
}

/** Room to room, with the place of one import that makes the edge. */
function edgesOf(sources: readonly Source[]): Map<string, Map<string, string>> {
  const edges = new Map<string, Map<string, string>>();
  for (const { path, text } of sources) {
    const room = roomOf(path);
    for (const one of room === undefined ? [] : importsOf(text, path)) {
      const other = one.specifier.startsWith('.') ? roomOf(targetOf(path, one)) : undefined;
      if (room === undefined || other === undefined || other === room) continue;
      const from = edges.get(room) ?? new Map<string, string>();
      edges.set(room, from.set(other, `${path}:${one.line}`));
    }
  }
  return edges;
}
