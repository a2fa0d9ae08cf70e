import { reactive } from 'vue';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'error';
  readonly action: ToastAction | null;
}

/** The way back, where there is one: "Undo". */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

const SHOWN_MS = 6_000;
/** Long enough to read, to think and to reach the button. */
const SHOWN_WITH_ACTION_MS = 12_000;

export const toasts = reactive<Toast[]>([]);
let last = 0;

/** Short words on something that has happened. What must not be missed belongs on the page instead. */
export function useToast() {
  function show(text: string, options: { tone?: Toast['tone']; action?: ToastAction } = {}): void {
    const toast: Toast = { id: ++last, text, tone: options.tone ?? 'plain', action: options.action ?? null };
    toasts.push(toast);
    if (toasts.length > 3) toasts.shift();
    setTimeout(() => dismissToast(toast.id), toast.action === null ? SHOWN_MS : SHOWN_WITH_ACTION_MS);
  }
  return { show };
}

export function dismissToast(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id);
  if (index >= 0) toasts.splice(index, 1);
}
