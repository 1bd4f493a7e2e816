import { access } from '../words/en/circle/access';
import { circle } from '../words/en/circle/circle';
import { door } from '../words/en/circle/door';
import { fishbowl } from '../words/en/circle/fishbowl';
import { hearing } from '../words/en/circle/hearing';
import { leading } from '../words/en/circle/leading';
import { meeting } from '../words/en/circle/meeting';
import { mySwitch } from '../words/en/circle/my-switch';
import { sound } from '../words/en/circle/sound';
import { en } from './strings.en';

/** What is read in the circle, beside what is read everywhere. */
export const inCircleEn = {
  ...door,
  ...meeting,
  ...circle,
  ...sound,
  ...hearing,
  ...mySwitch,
  ...leading,
  ...access,
  ...fishbowl,
};

export const circleEn = { ...en, ...inCircleEn };
export type CircleWords = typeof circleEn;
