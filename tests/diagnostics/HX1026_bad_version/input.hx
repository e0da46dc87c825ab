#if (haxe >= version("four"))
#end
class A {}
