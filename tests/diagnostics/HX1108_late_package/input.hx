class A {}
package game;
