/** One instruction of a Dockerfile: its name, its flags, and the rest of its line. */
export interface Instruction {
  name: string;
  flags: Record<string, string>;
  rest: string;
}

/** The instructions of a Dockerfile, stage by stage; the last stage is the image. */
export function readDockerfile(text: string): { name: string; instructions: Instruction[] }[] {
  const stages: { name: string; instructions: Instruction[] }[] = [];
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n');
  for (const line of lines) {
    const [, name, all = ''] = line.match(/^([A-Z]+)\s+(.+)$/) ?? [];
    if (!name) continue;
    if (name === 'FROM') {
      stages.push({ name: all.match(/ AS (\S+)/)?.[1] ?? 'image', instructions: [] });
      continue;
    }
    const flags: Record<string, string> = {};
    const rest = all.replaceAll(/--([a-z-]+)=(\S+)\s+/g, (whole, flag: string, value: string) => {
      // Only those before everything else are the instruction's own.
      if (!all.startsWith('--') || name === 'RUN') return whole;
      flags[flag] = value;
      return '';
    });
    stages.at(-1)?.instructions.push({ name, flags, rest });
  }
  return stages;
}
