var plain = 'no parts';
var price = 'costs $$5 and 10$';
var name = 'Hello $name!';
var code = 'sum: ${a + b}, ${list.map(x -> '<${x}>').join(", ")}, ${{"}"; 1;}}';
