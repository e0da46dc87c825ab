class A {}
#end
