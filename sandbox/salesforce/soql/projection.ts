import type { SfRecord } from '../../world/world.ts';
import type { Value } from '../data/derived.ts';
import type { FieldInfo } from '../dictionary/object-info.ts';
import type { Located } from '../data/store.ts';

/** A row of an answer, keys in the order of the SELECT. */
export type Rendered = Record<string, unknown>;

/** What a SELECT shows of a record. */
export type Node =
  | {
      readonly kind: 'field';
      readonly key: string;
      readonly field: FieldInfo | undefined;
      read(record: SfRecord): Value;
    }
  | ParentNode
  | TypeofNode
  | {
      readonly kind: 'children';
      readonly key: string;
      readonly nodes: readonly Node[];
      /** The rows below one record; `block` gives them their envelope, or null when there are none. */
      rows(record: SfRecord): readonly SfRecord[];
      readonly object: string;
    };

export interface ParentNode {
  readonly kind: 'parent';
  readonly key: string;
  readonly nodes: Node[];
  follow(record: SfRecord): Located | undefined;
}

export interface TypeofNode {
  readonly kind: 'typeof';
  readonly key: string;
  follow(record: SfRecord): Located | undefined;
  /** What to show of a parent of that type. */
  nodesFor(object: string): readonly Node[];
}

/** Renders records; counts the child rows it gave out, since a page's size counts them too. */
export class Projector {
  readonly #version: string;
  childRows = 0;

  constructor(version: string) {
    this.#version = version;
  }

  render(record: SfRecord, object: string, nodes: readonly Node[]): Rendered {
    const url = `/services/data/v${this.#version}/sobjects/${object}/${record.Id}`;
    const row: Rendered = { attributes: { type: object, url } };
    for (const node of nodes) row[node.key] = this.#value(record, node);
    return row;
  }

  #value(record: SfRecord, node: Node): unknown {
    if (node.kind === 'field') return node.read(record);
    if (node.kind === 'children') return this.#block(node.rows(record), node.object, node.nodes);
    const parent = node.follow(record);
    if (parent === undefined) return null;
    const nodes = node.kind === 'parent' ? node.nodes : node.nodesFor(parent.object.name);
    return this.render(parent.record, parent.object.name, nodes);
  }

  #block(rows: readonly SfRecord[], object: string, nodes: readonly Node[]): Rendered | null {
    if (rows.length === 0) return null;
    this.childRows += rows.length;
    const records = rows.map((row) => this.render(row, object, nodes));
    return { totalSize: rows.length, done: true, records };
  }
}
