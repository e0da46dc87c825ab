#if (js &&)
#end
class A {}
