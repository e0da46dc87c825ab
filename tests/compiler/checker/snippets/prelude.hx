class A { public var x:Int = 1; public function new() {} public function m(a:Int):String return ""; }
class B extends A { public var y:Float = 2; override public function m(a:Int):String return "b"; }
class C implements I { public function new() {} public function i():Int return 1; }
interface I { function i():Int; }
class G<T> { public var v:T; public function new(v:T) this.v = v; public function map<S>(f:T->S):G<S> return new G(f(v)); }
class GC<T:A> { public function new(v:T) {} }
enum E { P; Q(n:Int); R<T>(a:Array<Int>, ?s:String); }
enum O<T> { Some(v:T); None; }
enum abstract EA(Int) { var K = 1; var L = 2; }
enum abstract EB(String) from String to String { var M = "m"; }
abstract Ab(Int) from Int to Float { public function new(i:Int) this = i; public function f():Int return this; @:op(A + B) function add(o:Ab):Ab return this; @:to function s():String return ""; }
abstract AG<T>(Array<T>) from Array<T> to Array<T> { public function first():T return this[0]; }
typedef TD = {x:Int, ?y:String};
typedef TG<T> = {v:T};
typedef F = Int->String;
