/** "1.4 MB": a number of bytes as people read it. */
export function sizeOf(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${megabytes.toLocaleString('en-US', { maximumFractionDigits: megabytes < 100 ? 1 : 0 })} MB`;
}
