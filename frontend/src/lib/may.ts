import type { Command } from '../protocol';

/** Whether the server lets this command through now. The page asks nothing else. */
export function may(holder: { can: string[] }, command: Command['type']): boolean {
  return holder.can.includes(command);
}
