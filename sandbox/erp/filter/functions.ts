import type { Kind } from './ast.ts';

export type Cell = string | number | boolean | null;

/** One form of a canonical function: what it takes and gives. It is only called when no argument is null. */
export interface Signature {
  readonly takes: readonly Kind[];
  readonly gives: Kind;
  readonly of: (...args: never[]) => Cell;
}

const text = (of: (a: string, b: string) => Cell, gives: Kind): Signature => ({
  takes: ['string', 'string'],
  gives,
  of,
});
const one = (takes: Kind, gives: Kind, of: (value: never) => Cell): Signature => ({
  takes: [takes],
  gives,
  of,
});
const dayPart = (from: number, to: number): readonly Signature[] => [
  one('date', 'number', (day: string) => Number(day.slice(from, to))),
  one('moment', 'number', (at: number) => Number(new Date(at).toISOString().slice(from, to))),
];
const clockPart = (from: number, to: number): Signature =>
  one('moment', 'number', (at: number) => Number(new Date(at).toISOString().slice(from, to)));

/** Canonical functions (OData URL Conventions 4.01, 5.1.1.4 … 5.1.1.9); strings are compared letter by letter. */
export const FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  contains: [text((a, b) => a.includes(b), 'boolean')],
  startswith: [text((a, b) => a.startsWith(b), 'boolean')],
  endswith: [text((a, b) => a.endsWith(b), 'boolean')],
  concat: [text((a, b) => a + b, 'string')],
  indexof: [text((a, b) => a.indexOf(b), 'number')],
  length: [one('string', 'number', (value: string) => value.length)],
  tolower: [one('string', 'string', (value: string) => value.toLowerCase())],
  toupper: [one('string', 'string', (value: string) => value.toUpperCase())],
  trim: [one('string', 'string', (value: string) => value.trim())],
  substring: [
    { takes: ['string', 'number'], gives: 'string', of: (value: string, from: number) => value.slice(from) },
    {
      takes: ['string', 'number', 'number'],
      gives: 'string',
      of: (value: string, from: number, length: number) => value.slice(from, from + length),
    },
  ],
  year: dayPart(0, 4),
  month: dayPart(5, 7),
  day: dayPart(8, 10),
  hour: [clockPart(11, 13)],
  minute: [clockPart(14, 16)],
  second: [clockPart(17, 19)],
  date: [one('moment', 'date', (at: number) => new Date(at).toISOString().slice(0, 10))],
  round: [one('number', 'number', (value: number) => Math.sign(value) * Math.round(Math.abs(value)))],
  floor: [one('number', 'number', (value: number) => Math.floor(value))],
  ceiling: [one('number', 'number', (value: number) => Math.ceil(value))],
};
