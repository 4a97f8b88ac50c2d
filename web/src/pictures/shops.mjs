// The shopfronts of the merchants that the first drafts did not have.
import {save} from './save.mjs';
import {inside, shopfront, wall} from './things.mjs';

const front = (name, title, options, extra = '') => save('boutique-' + name, title, shopfront(options) + extra);
front('remontees', 'Caisses des remontées mécaniques', {scene: 'montagne', wall: '#B9A890', paint: '#2E4A7A', a2: '#2E4A7A', inside: ['admission-tickets', 'mountain-cableway', 'skis', 'snowflake']});
front('assurance', 'Bureau du courtier en assurance', {scene: 'montagne', flip: true, wall: '#D8CBB6', paint: '#4E5A7A', a2: '#8A4A66', inside: ['umbrella', 'shield', 'luggage', 'memo']});
front('air-belleroche', 'Bureau des pilotes de parapente', {scene: 'montagne', wall: '#C7B299', paint: '#E2702A', a2: '#E2702A', inside: ['parachute', 'goggles', 'compass', 'kite']});
front('fruitiere', 'Façade de la fruitière', {scene: 'montagne', flip: true, wall: '#E0CBA2', paint: '#8A5A24', a2: '#C9803A', inside: ['cheese-wedge', 'cow', 'glass-of-milk', 'butter']});
front('residence', 'Entrée de la résidence', {scene: 'montagne', wall: '#C39A6C', paint: '#31523F', a2: '#E9B44C', inside: ['bed', 'couch-and-lamp', 'key', 'potted-plant']});
front('bains', 'Entrée des bains', {scene: 'montagne', flip: true, wall: '#D6DEDA', paint: '#2B7385', a2: '#7CC7D2', inside: ['lotus', 'hot-springs', 'soap', 'lotion-bottle']});
front('altitude', "Façade de l'école de glisse", {scene: 'montagne', wall: '#A98A6E', paint: '#22264f', a2: '#E9B44C', inside: ['snowboarder', 'skier', 'goggles', 'mountain']});
front('cimes', 'Façade de la cave', {scene: 'montagne', flip: true, wall: '#CDB79A', paint: '#5B2A4A', a2: '#5B2A4A', inside: ['wine-glass', 'grapes', 'beer-mug', 'bottle-with-popping-cork']});
front('fournil', 'Façade de la boulangerie', {wall: '#F3E6C8', paint: '#A8602F', a2: '#C9803A', inside: ['bread', 'croissant', 'baguette-bread', 'pie'], timber: true});
front('velos', 'Façade du loueur de vélos', {flip: true, wall: '#E6EDEA', paint: '#E2574A', a2: '#1F6E80', inside: ['bicycle', 'wrench', 'kick-scooter', 'toolbox']});
front('savonnerie', 'Façade de la savonnerie', {wall: '#E9EFE2', paint: '#6F8F5A', a2: '#A9BF8A', inside: ['soap', 'candle', 'lotion-bottle', 'sponge']});
front('kerval', 'Façade de la chocolaterie', {flip: true, wall: '#F0E0D2', paint: '#5B3322', a2: '#D9A05A', inside: ['chocolate-bar', 'candy', 'lollipop', 'ice-cream'], timber: true});
front('cabines', 'Accueil des maisons de bord de mer', {wall: '#F7F1E2', paint: '#2C5FA8', a2: '#E3B04B', inside: ['key', 'bed', 'beach-with-umbrella', 'house']});
front('chai', 'Façade du chai', {flip: true, wall: '#E2CDA8', paint: '#6D1F33', a2: '#8A2F3F', roof: '#B06A48', inside: ['grapes', 'wine-glass', 'bottle-with-popping-cork', 'basket']});
front('ferme', 'Étal de la ferme', {wall: '#E7DDBB', paint: '#56671F', a2: '#8FA04E', roof: '#A35D3E', inside: ['carrot', 'tomato', 'leafy-green', 'egg']});
front('vidal', 'Façade de la charcuterie', {flip: true, wall: '#F0DCD0', paint: '#B4453A', a2: '#B4453A', roof: '#B06A48', inside: ['bacon', 'meat-on-bone', 'canned-food', 'cut-of-meat'], timber: true});
front('rucher', 'Façade de la miellerie', {wall: '#F6E6B8', paint: '#C9803A', a2: '#E3B04B', roof: '#A35D3E', inside: ['honey-pot', 'honeybee', 'candle', 'blossom']});
front('verger', 'Façade du verger', {flip: true, wall: '#EAE0C4', paint: '#8FA04E', a2: '#C8392E', roof: '#B06A48', inside: ['red-apple', 'green-apple', 'pear', 'cherries']});
front('four', 'Façade du four banal', {wall: '#D9C6A2', paint: '#7A4B33', a2: '#C9803A', roof: '#A35D3E', inside: ['bread', 'fire', 'sheaf-of-rice', 'pizza']});
front('pepiniere', 'Façade de la pépinière', {flip: true, wall: '#E3EAD2', paint: '#3E6B3A', a2: '#8A4A66', roof: '#B06A48', inside: ['potted-plant', 'tulip', 'herb', 'seedling']});
front('moulin', 'Façade du moulin', {wall: '#E9DCC0', paint: '#6b4a2e', a2: '#6F7F3B', roof: '#A35D3E', inside: ['basket', 'chestnut', 'amphora', 'scissors'], timber: true});
