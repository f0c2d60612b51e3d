/** Starts the screens. */
import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/pieces.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(App, { target });
