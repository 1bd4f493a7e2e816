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

const target = document.getElementById('app')!;
target.replaceChildren();
mount(App, { target });
