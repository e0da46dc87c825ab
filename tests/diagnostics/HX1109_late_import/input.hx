class A {}
import haxe.Json;
