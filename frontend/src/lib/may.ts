import type { Command } from '../protocol';

/** A command that means one person, by their seat. */
export type Aimed = Extract<Command, { seat: number }>['type'];

/** Whether the server lets this command through now. The page asks nothing else. */
export function may(holder: { can: string[] }, command: Command['type']): boolean {
  return holder.can.includes(command);
}
