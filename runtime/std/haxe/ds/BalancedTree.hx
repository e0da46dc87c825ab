package haxe.ds;

import haxe.Constraints.IMap;
import haxe.iterators.MapKeyValueIterator;

/**
	A table in the order of its keys: a search tree whose branches differ in height by at most two (Adelson-Velsky and
	Landis 1962, with the wider tolerance of OCaml's `Map`). Nodes never change, so a copy shares them.

	Keys are ordered by `compare`, which a subclass may override.
**/
class BalancedTree<K, V> implements IMap<K, V> {
	/** How much higher one branch may be than the other. **/
	static inline final TOLERANCE = 2;

	var root:TreeNode<K, V> = null;

	public function new() {}

	public function set(key:K, value:V):Void {
		root = inserted(root, key, value);
	}

	public function get(key:K):Null<V> {
		var node = find(key);
		return node == null ? null : node.value;
	}

	public function exists(key:K):Bool {
		return find(key) != null;
	}

	/** False where there is no such key. **/
	public function remove(key:K):Bool {
		if (find(key) == null) return false;
		root = without(root, key);
		return true;
	}

	/** Steps through the values in the order of their keys. **/
	public function iterator():Iterator<V> {
		return [for (node in nodes()) node.value].iterator();
	}

	public function keys():Iterator<K> {
		return [for (node in nodes()) node.key].iterator();
	}

	public function keyValueIterator():KeyValueIterator<K, V> {
		return new MapKeyValueIterator(this);
	}

	public function copy():BalancedTree<K, V> {
		var result = new BalancedTree<K, V>();
		result.root = root;
		return result;
	}

	public function clear():Void {
		root = null;
	}

	/** `[key => value, ...]` in the order of the keys. **/
	public function toString():String {
		return "[" + [for (node in nodes()) node.toString()].join(", ") + "]";
	}

	/** Negative where `k1` comes before `k2`, 0 where they are one key. **/
	function compare(k1:K, k2:K):Int {
		return Reflect.compare(k1, k2);
	}

	function find(key:K):TreeNode<K, V> {
		var node = root;
		while (node != null) {
			var order = compare(key, node.key);
			if (order == 0) return node;
			node = order < 0 ? node.left : node.right;
		}
		return null;
	}

	function nodes():Array<TreeNode<K, V>> {
		var result:Array<TreeNode<K, V>> = [];
		collect(root, result);
		return result;
	}

	static function collect<K, V>(node:TreeNode<K, V>, result:Array<TreeNode<K, V>>):Void {
		if (node == null) return;
		collect(node.left, result);
		result.push(node);
		collect(node.right, result);
	}

	function inserted(node:TreeNode<K, V>, key:K, value:V):TreeNode<K, V> {
		if (node == null) return new TreeNode(null, key, value, null);
		var order = compare(key, node.key);
		if (order == 0) return new TreeNode(node.left, key, value, node.right);
		return order < 0
			? balanced(inserted(node.left, key, value), node, node.right)
			: balanced(node.left, node, inserted(node.right, key, value));
	}

	/** The branch without the key, which it holds. **/
	function without(node:TreeNode<K, V>, key:K):TreeNode<K, V> {
		var order = compare(key, node.key);
		if (order == 0) return joined(node.left, node.right);
		return order < 0
			? balanced(without(node.left, key), node, node.right)
			: balanced(node.left, node, without(node.right, key));
	}

	/** One branch of two that stood under the same node. **/
	static function joined<K, V>(left:TreeNode<K, V>, right:TreeNode<K, V>):TreeNode<K, V> {
		if (left == null) return right;
		if (right == null) return left;
		return balanced(left, leftmost(right), withoutLeftmost(right));
	}

	static function leftmost<K, V>(node:TreeNode<K, V>):TreeNode<K, V> {
		return node.left == null ? node : leftmost(node.left);
	}

	static function withoutLeftmost<K, V>(node:TreeNode<K, V>):TreeNode<K, V> {
		return node.left == null ? node.right : balanced(withoutLeftmost(node.left), node, node.right);
	}

	/** `middle`'s entry over two branches whose heights may differ by one more than is allowed. **/
	static function balanced<K, V>(left:TreeNode<K, V>, middle:TreeNode<K, V>, right:TreeNode<K, V>):TreeNode<K, V> {
		var leftHeight = heightOf(left);
		var rightHeight = heightOf(right);
		if (leftHeight > rightHeight + TOLERANCE) {
			if (heightOf(left.left) >= heightOf(left.right)) return over(left.left, left, over(left.right, middle, right));
			var inner = left.right;
			return over(over(left.left, left, inner.left), inner, over(inner.right, middle, right));
		}
		if (rightHeight > leftHeight + TOLERANCE) {
			if (heightOf(right.right) >= heightOf(right.left)) return over(over(left, middle, right.left), right, right.right);
			var inner = right.left;
			return over(over(left, middle, inner.left), inner, over(inner.right, right, right.right));
		}
		return over(left, middle, right);
	}

	/** `middle`'s entry over other branches. **/
	static function over<K, V>(left:TreeNode<K, V>, middle:TreeNode<K, V>, right:TreeNode<K, V>):TreeNode<K, V> {
		return new TreeNode(left, middle.key, middle.value, right);
	}

	static function heightOf<K, V>(node:TreeNode<K, V>):Int {
		return node == null ? 0 : node.get_height();
	}
}

/** An entry of a `BalancedTree`, with the branches of the keys before and after it. **/
class TreeNode<K, V> {
	public final left:TreeNode<K, V>;
	public final right:TreeNode<K, V>;
	public final key:K;
	public final value:V;

	final height:Int;

	/** `height` is computed from the branches where it is not given. **/
	public function new(left:TreeNode<K, V>, key:K, value:V, right:TreeNode<K, V>, height:Int = -1) {
		this.left = left;
		this.right = right;
		this.key = key;
		this.value = value;
		this.height = height >= 0 ? height : 1 + higher(left == null ? 0 : left.height, right == null ? 0 : right.height);
	}

	static function higher(a:Int, b:Int):Int {
		return a > b ? a : b;
	}

	/** The number of nodes on the longest way down. **/
	public function get_height():Int {
		return height;
	}

	/** The entry alone, `key => value`. **/
	public function toString():String {
		return Std.string(key) + " => " + Std.string(value);
	}
}
