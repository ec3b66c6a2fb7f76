/**
 * What keys do to the channels on the screen, by what is there and what has the focus: whoever owns the keyboard calls
 * these. They say whether there was anything to do.
 */
export const channelKeys = {
  /** Answers the message that has the focus, or else the last one. */
  reply(): boolean {
    const here = document.activeElement?.closest<HTMLElement>('[data-message]');
    const all = [...document.querySelectorAll<HTMLElement>('[data-message]')];
    const button = (here ?? all[all.length - 1])?.querySelector<HTMLElement>('[data-reply]');
    button?.click();
    return button != null;
  },
  nextUnread: () => go(1),
  previousUnread: () => go(-1),
};

/** The next or the previous topic of the list that has something new; begins again at the other end. */
function go(by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLAnchorElement>('a[data-topic]')];
  const here = all.findIndex((link) => link.getAttribute('aria-current') === 'page');
  const around = all.map((_, i) => all[(((here + by * (i + 1)) % all.length) + all.length) % all.length]);
  const link = around.find((each) => each?.dataset['unread'] !== undefined && each !== all[here]);
  link?.click();
  return link != null;
}
