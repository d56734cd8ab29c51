/** The page of all components, for development only: `npm run dev`, then /gallery.html. */
import '../shared/style/fonts.css';
import '../shared/style/tokens.css';
import '../shared/style/base.css';
import { mount } from 'svelte';
import { keepTheme } from '../shared/theme.svelte';
import Gallery from './Gallery.svelte';

keepTheme();

const target = document.getElementById('app');
if (target) mount(Gallery, { target });
