/** Keeps the screen awake while the page is seen, where the browser can; returns how to stop. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  const end = new AbortController();
  const hold = async () => {
    if (end.signal.aborted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      end.signal.throwIfAborted();
    } catch {
      void lock?.release();
      // a low battery or the browser's settings say no: the screen may dim, nothing else changes
    }
  };
  const seen = () => void hold();
  document.addEventListener('visibilitychange', seen, { signal: end.signal });
  seen();
  return () => {
    end.abort();
    void lock?.release();
  };
}
