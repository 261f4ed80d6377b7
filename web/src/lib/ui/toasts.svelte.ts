import { failureSentence, toFailure, unseenSentence } from './failure.ts';

/** How long a toast stays, in seconds; as long as a change can be taken back. */
const STAY_S = 30;

interface ToastOptions {
  message: string;
  /** Takes the change back; its failure is shown in the toast. */
  undo?: () => Promise<void>;
  /** Seconds; 30 unless said otherwise. */
  seconds?: number;
}

export class Toast {
  readonly message: string;
  readonly undo: (() => Promise<void>) | undefined;
  left: number;
  busy = $state(false);
  failed = $state<string | null>(null);

  constructor({ message, undo, seconds = STAY_S }: ToastOptions) {
    this.message = message;
    this.undo = undo;
    this.left = $state(seconds);
  }
}

/** The notes at the foot of the screen. Time stands still while one is hovered or holds the focus. */
class Toasts {
  list = $state<Toast[]>([]);
  paused = $state(false);
  #timer: ReturnType<typeof setInterval> | undefined;

  show(options: ToastOptions): Toast {
    const toast = new Toast(options);
    this.list.push(toast);
    this.#timer ??= setInterval(() => this.#second(), 1000);
    return toast;
  }

  dismiss(toast: Toast): void {
    this.list = this.list.filter((other) => other !== toast);
    if (this.list.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.paused = false;
  }

  async takeBack(toast: Toast): Promise<void> {
    if (!toast.undo || toast.busy) return;
    toast.busy = true;
    try {
      await toast.undo();
      this.dismiss(toast);
    } catch (thrown) {
      const failure = toFailure(thrown);
      toast.failed = unseenSentence(failure) ?? failureSentence(failure);
      toast.busy = false;
    }
  }

  #second(): void {
    if (this.paused) return;
    for (const toast of this.list.filter(({ busy }) => !busy)) {
      toast.left -= 1;
      if (toast.left <= 0) this.dismiss(toast);
    }
  }
}

export const toasts = new Toasts();
