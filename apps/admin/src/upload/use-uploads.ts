import type { KnownFile, UploadedFile } from '@cinematheque/shared/file';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../announce.tsx';
import { refusalOf } from './check.ts';
import { knownFiles } from './known.ts';
import { sendPicture } from './send.ts';

/** One picture on its way to the library. Those that have arrived are no longer here. */
export interface Upload {
  key: number;
  file: File;
  /** Shows it before it has been sent. */
  preview: string;
  state:
    | { is: 'waiting' }
    | { is: 'sending'; progress: number }
    | { is: 'known'; files: KnownFile[] }
    /** `again`: it may work next time. */
    | { is: 'refused'; reason: string; again: boolean };
}

export interface UploadsOptions {
  /** Called for each picture as it arrives, and for each of the library's own that was chosen instead. */
  onUploaded: (file: UploadedFile) => void;
  /** A file whose bytes these replace. */
  replaces?: number | undefined;
  /** They are to stay in the library, though nothing shows them yet. */
  library?: boolean;
  /** The files of the library that would do as well, of those that have the same bytes. */
  offers?: (known: KnownFile) => boolean;
}

let last = 0;

/** Uploads: several at once, one after the other on the wire; each can be cancelled, tried again or dismissed. */
export function useUploads({ onUploaded, replaces, library, offers = () => true }: UploadsOptions) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const queue = useRef(Promise.resolve());
  const arrived = useRef(onUploaded);
  useEffect(() => {
    arrived.current = onUploaded;
  });
  // Whoever leaves the page leaves what was on its way to it.
  useEffect(
    () => () => {
      for (const controller of running.current.values()) controller.abort();
    },
    [],
  );

  const set = (key: number, state: Upload['state']) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, state } : upload)));

  function drop({ key, preview }: Upload): void {
    running.current.get(key)?.abort();
    running.current.delete(key);
    URL.revokeObjectURL(preview);
    setUploads((all) => all.filter((upload) => upload.key !== key));
  }

  function arrive(upload: Upload, file: UploadedFile): void {
    drop(upload);
    arrived.current(file);
    announce(`Uploaded ${file.fileName}`);
  }

  async function send(upload: Upload, signal: AbortSignal): Promise<void> {
    const { key, file } = upload;
    if (signal.aborted) return;
    set(key, { is: 'sending', progress: 0 });
    try {
      const onProgress = (progress: number) => set(key, { is: 'sending', progress });
      arrive(upload, await sendPicture(file, { onProgress, signal, replaces, library }));
    } catch (error) {
      if (signal.aborted) return;
      set(key, {
        is: 'refused',
        reason: error instanceof Error ? error.message : String(error),
        again: true,
      });
    }
  }

  /** Tells from here on whether it was cancelled. */
  function follow({ key }: Upload): AbortSignal {
    const controller = new AbortController();
    running.current.set(key, controller);
    return controller.signal;
  }

  /** After those before it: two at once would only share the line. */
  function start(upload: Upload): void {
    const signal = follow(upload);
    set(upload.key, { is: 'waiting' });
    queue.current = queue.current.then(() => send(upload, signal));
  }

  async function begin(upload: Upload): Promise<void> {
    const signal = follow(upload);
    const reason = await refusalOf(upload.file);
    if (reason) return set(upload.key, { is: 'refused', reason, again: false });
    // That nobody could be asked is no reason not to send it.
    const known = replaces === undefined ? await knownFiles(upload.file).catch(() => []) : [];
    if (signal.aborted) return;
    const files = known.filter(offers);
    if (files.length) set(upload.key, { is: 'known', files });
    else start(upload);
  }

  function add(files: File[]): void {
    const added = files.map((file): Upload => {
      last += 1;
      return { key: last, file, preview: URL.createObjectURL(file), state: { is: 'waiting' } };
    });
    setUploads((all) => [...all, ...added]);
    for (const upload of added) void begin(upload);
  }

  return { uploads, add, start, drop, take: arrive };
}

export type Uploads = ReturnType<typeof useUploads>;
