interface Holder<C extends string> {
  can: readonly C[];
}

/** Whether the server lets this command through now. The page asks nothing else. */
export function may<C extends string>({ can }: Holder<C>, command: NoInfer<C>): boolean {
  return can.includes(command);
}

/** Which of these ways is open, where one button turns to and fro, so that it keeps the focus. */
export function turnOf<C extends string, Way extends C>(
  holder: Holder<C>,
  ...ways: Way[]
): Way | undefined {
  return ways.find((way) => may(holder, way));
}
