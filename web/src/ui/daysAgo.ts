const DAY = 24 * 60 * 60 * 1000;

/** The beginning of the day so many days ago, in UTC: the same moment for the whole day, so that queries stay the same. */
export function daysAgo(days: number, now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY - days * DAY);
}
