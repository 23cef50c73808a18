import { parse } from 'bowser';

/** A browser in words, from what it says of itself: "Firefox on Linux". */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser';
  const { browser, os, platform } = parse(userAgent);
  const name = browser.name || userAgent.split(/[/\s]/)[0] || 'Unknown browser';
  const place = platform.model || os.name;
  return place ? `${name} on ${place}` : name;
}
