import type { ApiReport, Count, ItemReport, Report } from './model.ts';
import { stateOf } from './model.ts';

/** One report of several runs, e.g. of the packages of a monorepo. Their paths stay as they are. */
export function mergeReports(reports: readonly Report[]): Report {
  const apis = new Map<string, ApiReport>();
  for (const api of reports.flatMap((report) => report.apis)) {
    const before = apis.get(api.api);
    apis.set(api.api, before ? mergeApi(before, api) : api);
  }
  return {
    version: 1,
    files: reports.reduce((sum, { files }) => sum + files, 0),
    unread: reports.flatMap(({ unread }) => unread),
    apis: [...apis.values()],
  };
}

function mergeApi(one: ApiReport, other: ApiReport): ApiReport {
  const theirs = new Map(other.items.map((item) => [item.id, item]));
  const items = one.items.map((item) => {
    const also = theirs.get(item.id);
    theirs.delete(item.id);
    return also ? mergeItem(item, also) : item;
  });
  return { ...one, items: [...items, ...theirs.values()] };
}

function mergeItem(one: ItemReport, other: ItemReport): ItemReport {
  const merged = {
    ...one,
    isChecked: one.isChecked || other.isChecked,
    counts: addCounts([...one.counts, ...other.counts]),
    places: [...one.places, ...other.places],
    silenced: [...one.silenced, ...other.silenced],
  };
  return { ...merged, state: stateOf(merged) };
}

/** The counts of one kind added up. */
export function addCounts(counts: readonly Count[]): Count[] {
  const sums = new Map<string, number>();
  for (const { what, seen } of counts) sums.set(what, (sums.get(what) ?? 0) + seen);
  return [...sums].map(([what, seen]) => ({ what, seen }));
}
