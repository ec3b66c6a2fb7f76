// what a screen does
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');
console.log('the screens, line after line after line');