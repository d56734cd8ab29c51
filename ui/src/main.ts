import './shared/style/fonts.css';
import './shared/style/tokens.css';
import './shared/style/base.css';
import { mount } from 'svelte';
import App from './app/App.svelte';
import { keepTextSize } from './shared/textSize.svelte';
import { keepTheme } from './shared/theme.svelte';

keepTheme();
keepTextSize();

const target = document.getElementById('app');
if (target) mount(App, { target });
