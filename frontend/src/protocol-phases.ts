// Generated from app/web/*protocol.py by `make protocol`. Do not edit.

export const TIMED = [
  "opening",
  "follow_up",
  "call_for_case",
  "presentation",
  "clarifying_questions",
  "sit_back",
  "reflection",
  "presenter_returns",
  "closing"
] as const;
export const IN_CASE = [
  "presentation",
  "clarifying_questions",
  "sit_back",
  "reflection",
  "presenter_returns"
] as const;
