// The one clock of both sides. SDKs that offer no option for it ask Date, so Date is stopped, and each case says
// when "now" is.

let now = 0;

/** Sets what `Date.now()` and `new Date()` answer from here on. */
export function stopAt(milliseconds) {
  now = milliseconds;
}

globalThis.Date = class StoppedDate extends Date {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now] : parts));
  }

  static now() {
    return now;
  }
};
