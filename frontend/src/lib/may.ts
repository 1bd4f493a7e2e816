/** Whether the server lets this command through now. The page asks nothing else. */
export function may<C extends string>(holder: { can: readonly C[] }, command: NoInfer<C>): boolean {
  return holder.can.includes(command);
}
