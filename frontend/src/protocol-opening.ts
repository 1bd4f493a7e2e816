// Generated from app/web/*protocol.py by `make protocol`. Do not edit.

export const TITLE_MAX = 80 as const;
export const SENTENCE_MAX = 300 as const;
export const SEATS_MIN = 2 as const;
export const SEATS_MAX = 16 as const;
export const TEMPLATES = {
  "one_case_60": [
    {
      "phase": "gathering",
      "minutes": 5
    },
    {
      "phase": "opening",
      "minutes": 3
    },
    {
      "phase": "follow_up",
      "minutes": 3
    },
    {
      "phase": "call_for_case",
      "minutes": 2
    },
    {
      "phase": "presentation",
      "minutes": 7
    },
    {
      "phase": "clarifying_questions",
      "minutes": 4
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 29
    },
    {
      "phase": "presenter_returns",
      "minutes": 7
    },
    {
      "phase": "closing",
      "minutes": 4
    },
    {
      "phase": "lingering",
      "minutes": 15
    }
  ],
  "two_cases_90": [
    {
      "phase": "gathering",
      "minutes": 5
    },
    {
      "phase": "opening",
      "minutes": 3
    },
    {
      "phase": "follow_up",
      "minutes": 2
    },
    {
      "phase": "call_for_case",
      "minutes": 1
    },
    {
      "phase": "presentation",
      "minutes": 6
    },
    {
      "phase": "clarifying_questions",
      "minutes": 4
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 21
    },
    {
      "phase": "presenter_returns",
      "minutes": 8
    },
    {
      "phase": "call_for_case",
      "minutes": 1
    },
    {
      "phase": "presentation",
      "minutes": 6
    },
    {
      "phase": "clarifying_questions",
      "minutes": 4
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 21
    },
    {
      "phase": "presenter_returns",
      "minutes": 8
    },
    {
      "phase": "closing",
      "minutes": 3
    },
    {
      "phase": "lingering",
      "minutes": 15
    }
  ],
  "one_case_90": [
    {
      "phase": "gathering",
      "minutes": 5
    },
    {
      "phase": "opening",
      "minutes": 5
    },
    {
      "phase": "follow_up",
      "minutes": 5
    },
    {
      "phase": "call_for_case",
      "minutes": 3
    },
    {
      "phase": "presentation",
      "minutes": 12
    },
    {
      "phase": "clarifying_questions",
      "minutes": 10
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 39
    },
    {
      "phase": "presenter_returns",
      "minutes": 10
    },
    {
      "phase": "closing",
      "minutes": 5
    },
    {
      "phase": "lingering",
      "minutes": 15
    }
  ],
  "fishbowl_90": [
    {
      "phase": "gathering",
      "minutes": 5
    },
    {
      "phase": "opening",
      "minutes": 10
    },
    {
      "phase": "follow_up",
      "minutes": 3
    },
    {
      "phase": "call_for_case",
      "minutes": 2
    },
    {
      "phase": "presentation",
      "minutes": 10
    },
    {
      "phase": "clarifying_questions",
      "minutes": 10
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 39
    },
    {
      "phase": "presenter_returns",
      "minutes": 10
    },
    {
      "phase": "closing",
      "minutes": 5
    },
    {
      "phase": "lingering",
      "minutes": 15
    }
  ]
} as const;
export const MINUTES = {
  "opening": [
    1,
    4,
    10
  ],
  "follow_up": [
    0,
    3,
    10
  ],
  "call_for_case": [
    1,
    2,
    10
  ],
  "presentation": [
    3,
    7,
    15
  ],
  "clarifying_questions": [
    1,
    4,
    10
  ],
  "sit_back": [
    1,
    1,
    1
  ],
  "reflection": [
    19,
    30,
    40
  ],
  "presenter_returns": [
    5,
    7,
    10
  ],
  "closing": [
    1,
    3,
    5
  ]
} as const;
export const GROUP = {
  "NAME_MAX": 80,
  "PEOPLE_MAX": 16,
  "DATES_MAX": 60,
  "EVERY_MAX": 12,
  "MINUTES": [
    15,
    240
  ],
  "QUORUM": [
    2,
    16
  ],
  "KEPT_MONTHS": [
    1,
    72
  ],
  "ORGANISER_MAX": 80,
  "ACCREDITATION_MAX": 120,
  "SUPERVISION_MAX": 120,
  "VNR_MAX": 30,
  "CASES_MAX": 8,
  "ANSWERS_MIN": 5,
  "END_CARD_CHOICES": 4,
  "QUARTERLY_CHOICES": 5,
  "LINK_BEGINS": "g."
} as const;
