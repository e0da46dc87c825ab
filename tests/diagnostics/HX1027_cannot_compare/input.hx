#if (haxe > 4)
#end
class A {}
