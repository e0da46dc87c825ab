package haxe.extern;

/** The arguments of a parameter that takes any number, as they were written before `...`. **/
typedef Rest<T> = haxe.Rest<T>;
