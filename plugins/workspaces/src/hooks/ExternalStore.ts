/** A value that components follow with React's `useSyncExternalStore`. */
export class ExternalStore<T> {
  private readonly listeners = new Set<() => void>();

  constructor(
    private value: T,
    /** Runs while somebody is subscribed; what it returns runs when the last one leaves. */
    private readonly whileUsed: () => () => void = () => () => {},
  ) {}

  private leave?: () => void;

  get = (): T => this.value;

  set = (value: T): void => {
    this.value = value;
    this.listeners.forEach(listener => listener());
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.leave ??= this.whileUsed();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.leave?.();
      this.leave = undefined;
    };
  };
}
