package library;
function publicFn(x:Int) return helper(x) + 1;
private function helper(x:Int) return x * 100;
var counter = 7;
