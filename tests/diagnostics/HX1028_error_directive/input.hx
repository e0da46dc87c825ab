#if !js
#error "Only for the browser"
#end
class A {}
