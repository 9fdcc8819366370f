import type { Library } from './schema-library.ts';

/** A library that runs a function again and again, by the clock. */
export interface Scheduler extends Library {
  readonly kind: 'scheduler';
  /** By the name of the export, members with dots: `CronJob.from`. */
  readonly exports: Readonly<Record<string, ScheduleUse>>;
  /** Exports that are tables of cron texts, by name. */
  readonly tables?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ScheduleUse {
  /**
   * How often is told by the first argument that is a cron text, by the last argument that is a
   * number of milliseconds, by an option of an object among the arguments, or by an object of
   * numbers with their units: `{ hours: 1, minutes: 30 }`.
   */
  readonly by: 'cron' | 'milliseconds' | 'options' | 'units';
  /** Where the options hold a cron text, or a number of milliseconds; dotted paths. */
  readonly cron?: readonly string[];
  readonly milliseconds?: readonly string[];
  /** The option that holds the function. */
  readonly task?: string;
  /** The function stands in what an argument is made from: `new Task('id', task)`. */
  readonly wrapped?: true;
  /** The only argument that tells it. */
  readonly at?: number;
  /** What the methods of what it makes are given is run: `interval(ms).pipe(switchMap(task))`. */
  readonly chained?: true;
  /** A decorator: the method below it is run. */
  readonly decorator?: true;
  /** A method of what this export makes; the function runs elsewhere in the file. */
  readonly methods?: readonly string[];
}
