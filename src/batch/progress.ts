import { type Phrase, say } from '../model/phrase.ts';
import { type Input, sizeOf } from './inputs.ts';

const SECOND = 1000;

/** How far a run is: what is through, how fast it goes, and when it will end, as far as that can be known. */
export class Progress {
  readonly #total: number | null;
  readonly #now: () => number;
  readonly #began: number;
  #inputs = 0;
  #failed = 0;
  #bytes = 0;
  /** Bytes that an earlier run was done with. They say nothing about how fast this one is. */
  #before = 0;

  /**
   * @param total bytes of all inputs; null when nobody knows
   * @param now milliseconds of a clock that only goes forwards
   */
  constructor(total: number | null, now: () => number = () => performance.now()) {
    this.#total = total;
    this.#now = now;
    this.#began = now();
  }

  /** Notes an input that an earlier run was done with. */
  passOver(input: Input): void {
    this.#before += bytesOf(input);
  }

  /** Notes an input that is through. */
  note(input: Input, end: 'ok' | 'failed' | 'skipped'): void {
    this.#inputs++;
    if (end === 'failed') this.#failed++;
    this.#bytes += bytesOf(input);
  }

  /** How much of the work is done, from 0 to 1; null when nobody knows. */
  get share(): number | null {
    return this.#total === null ? null : Math.min(1, (this.#before + this.#bytes) / Math.max(1, this.#total));
  }

  /** The same for people. */
  get said(): Phrase {
    const seconds = (this.#now() - this.#began) / SECOND;
    const speed = (this.#bytes / 1e6 / Math.max(seconds, 0.001)).toFixed(1);
    if (this.#total === null || this.#bytes === 0)
      return say`${this.#inputs} done, ${this.#failed} failed, ${speed} MB/s`;
    const left = (Math.max(0, this.#total - this.#before - this.#bytes) / this.#bytes) * seconds;
    return say`${this.#inputs} done, ${this.#failed} failed, ${speed} MB/s, ${onClock(left)} left`;
  }
}

/** The bytes that an input takes of its file: those of a line with its line break. */
function bytesOf(input: Input): number {
  if (input.kind === 'skipped' || input.kind === 'failed') return 0;
  return sizeOf(input) + (input.kind === 'line' ? 1 : 0);
}

/** 0:42 · 12:05 · 3:00:00 */
function onClock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
