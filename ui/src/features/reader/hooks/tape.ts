import { useSyncExternalStore } from "react";

import { tellRefusal } from "@/shared/page/tell";

/** How the recording stands. Times in milliseconds. */
export interface TapeState {
  isPlaying: boolean;
  at: number;
  length: number;
  speed: number;
  /** Whether the text moves along with what is spoken. */
  follows: boolean;
}

export const BACK_MS = 3_000;
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The recording as it is played: the element that plays it, and what it says of itself. */
export class Tape {
  private element: HTMLMediaElement | null = null;
  private state: TapeState = { isPlaying: false, at: 0, length: 0, speed: 1, follows: true };
  private readonly listeners = new Set<() => void>();

  setElement = (element: HTMLMediaElement | null): void => {
    this.element = element;
    if (element !== null) element.playbackRate = this.state.speed;
    else this.set({ isPlaying: false });
  };

  get = (): TapeState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes over what the element says. */
  heard = (): void => {
    const { element } = this;
    if (element === null) return;
    const length = Number.isFinite(element.duration) ? element.duration * 1000 : 0;
    this.set({ isPlaying: !element.paused && !element.ended, at: Math.round(element.currentTime * 1000), length: Math.round(length) });
  };

  toggle = (): void => {
    if (this.state.isPlaying) this.element?.pause();
    else this.play();
  };

  /** Goes to a time; the recording plays on, or not, as before. */
  goTo = (ms: number): void => {
    if (this.element === null) return;
    this.element.currentTime = Math.max(0, ms) / 1000;
    this.heard();
  };

  step = (ms: number): void => { this.goTo(this.state.at + ms); };

  playFrom = (ms: number): void => {
    this.goTo(ms);
    this.play();
  };

  setSpeed = (speed: number): void => {
    if (this.element !== null) this.element.playbackRate = speed;
    this.set({ speed });
  };

  /** The next speed up or down. */
  faster = (way: 1 | -1): void => {
    const at = SPEEDS.findIndex((each) => each >= this.state.speed);
    const next = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + way))];
    if (next !== undefined) this.setSpeed(next);
  };

  setFollows = (follows: boolean): void => { this.set({ follows }); };

  private play(): void {
    this.element?.play().catch((error: unknown) => {
      // Paused again before it began: nothing went wrong.
      if (!(error instanceof DOMException && error.name === "AbortError")) tellRefusal(error, "The recording cannot be played");
    });
  }

  private set(change: Partial<TapeState>): void {
    const next = { ...this.state, ...change };
    if ((Object.keys(next) as (keyof TapeState)[]).every((key) => next[key] === this.state[key])) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}

export function useTape(tape: Tape): TapeState {
  return useSyncExternalStore(tape.subscribe, tape.get);
}
