import { access } from './en/access';
import { circle } from './en/circle';
import { door } from './en/door';
import { hearing } from './en/hearing';
import { leading } from './en/leading';
import { meeting } from './en/meeting';
import { mySwitch } from './en/my-switch';
import { phases } from './en/phases';
import { prompts } from './en/prompts';
import { sound } from './en/sound';
import { en } from './strings.en';

/** What is read in the circle, beside what has been read before it. */
export const circleEn = {
  ...en,
  ...door,
  ...meeting,
  ...phases,
  ...circle,
  ...sound,
  ...hearing,
  ...mySwitch,
  ...leading,
  ...prompts,
  ...access,
};
