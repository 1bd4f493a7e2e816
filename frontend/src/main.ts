import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './tokens.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { wantedLanguages } from './lib/language';
import { useLanguage } from './lib/strings';
import { keepsWordsTrue } from './lib/translation';

await useLanguage(wantedLanguages());
keepsWordsTrue(document.body);

mount(App, { target: document.getElementById('app')! });
document.querySelector('.not-started')!.remove(); // and no sooner: it is what can be read where nothing was drawn
