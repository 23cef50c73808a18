/** Sends a picture to be one's portrait; throws an Error in words for people. */
export async function sendAvatar(url: string, file: File): Promise<void> {
  const form = new FormData();
  form.set('file', file);
  const response = await fetch(url, { method: 'POST', body: form }).catch(() => null);
  if (!response) throw new Error('The server cannot be reached. Check the connection and try again.');
  if (!response.ok) throw new Error(messageIn(await response.json().catch(() => null)));
}

/** The API's errors are alike everywhere: { error: { message } }. */
function messageIn(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  }
  return 'The picture could not be kept.';
}
