import type { PageRule } from '../declaration/shape.ts';
import type { Parameter } from '../request/compose.ts';
import type { Position } from './position.ts';

/** What a page's request says about the page. */
export function pageParameters(rule: PageRule, position: Position, size: number | null): Parameter[] {
  const place = placeOf(rule, position);
  return [
    ...(rule.sizeParam === undefined || size === null ? [] : [parameter(rule.sizeParam, size)]),
    ...(place === null ? [] : [place]),
  ];
}

function placeOf(rule: PageRule, { pages, rows, at }: Position): Parameter | null {
  if (rule.style === 'offset' && rule.offsetParam !== undefined) return parameter(rule.offsetParam, rows);
  if (rule.style === 'page' && rule.pageParam !== undefined)
    return parameter(rule.pageParam, rule.first + pages);
  if (rule.style === 'cursor' && rule.cursorParam !== undefined && at !== null)
    return parameter(rule.cursorParam, at);
  return null;
}

function parameter(name: string, value: string | number): Parameter {
  return { name, value, list: 'repeat' };
}
