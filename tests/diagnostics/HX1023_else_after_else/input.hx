#if js
#else
#elseif cpp
#end
class A {}
